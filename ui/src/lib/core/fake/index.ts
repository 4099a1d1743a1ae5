// A core that answers without the program: for tests, and for the page in a plain browser. Its
// people are invented. The build that ships does not hold it.
import { useCommands, type Commands } from '../core';
import { calendarCommands } from './calendars';
import { caseLawCommands } from './case-law';
import { caseworkCommands } from './casework';
import { changesCommands } from './changes';
import { directoryCommands } from './directory';
import { lawCommands } from './law';
import { lookUpCommands } from './look-up';
import { publishingCommands } from './publishing';
import { reckoningCommands } from './reckoning';
import { standingCommands, type Scenario } from './standing';
import { upkeepCommands } from './upkeep';
import { slowFiles } from './upkeep-files';
import { weekCommands } from './week';

/** A core whose answers a test may replace one by one. */
export function fakeCommands(scenario: Scenario = 'open'): Commands {
  const casework = caseworkCommands(scenario);
  const directory = directoryCommands();
  return {
    ...standingCommands(scenario),
    ...lookUpCommands(),
    ...directory,
    ...publishingCommands(),
    ...upkeepCommands(directory),
    ...(scenario === 'slow' ? slowFiles() : {}),
    ...lawCommands(),
    ...caseLawCommands(casework),
    ...reckoningCommands(),
    ...calendarCommands(),
    ...weekCommands(),
    ...changesCommands(scenario),
    ...casework,
  };
}

/** Puts the fake behind the page. */
export function pretend(scenario: string, replaced: Partial<Commands> = {}): void {
  const scenarios: readonly Scenario[] = [
    'open',
    'clerk',
    'demo',
    'empty',
    'first-run',
    'locked',
    'slow',
  ];
  const known = scenarios.find((name) => name === scenario) ?? 'open';
  useCommands({ ...fakeCommands(known), ...replaced });
}

export { stops } from './stops';
