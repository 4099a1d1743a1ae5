import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { program, type Commands, type DirectorySearch } from '../src/lib/core';
import { fakeCommands, pretend } from '../src/lib/core/fake';
import { councils, courts, prisons } from '../src/lib/core/fake/sources';
import DirectoryLookUp from '../src/lib/directory/DirectoryLookUp.svelte';
import type { PersonOfCase } from '../src/lib/directory/case-person.svelte';

/** What stands before the directory is opened. */
interface Before {
  /** The question, as an address names it. */
  query?: Record<string, string>;
  ofCase?: PersonOfCase;
  /** Answers of the core in place of the sample's. */
  replaced?: Partial<Commands>;
}

/** Opens the directory, and gives every search that is asked of the core. */
export async function directory({ query = {}, ofCase, replaced = {} }: Before = {}) {
  const real = fakeCommands('open');
  const searches: DirectorySearch[] = [];
  const ofRows: DirectorySearch[] = [];
  const onpreview = vi.fn();
  pretend('open', {
    searchDirectory: (search) => {
      searches.push(search);
      return real.searchDirectory(search);
    },
    directoryRows: (search) => {
      ofRows.push(search);
      return real.directoryRows(search);
    },
    ...replaced,
  });
  await program.start();
  const shown = render(DirectoryLookUp, {
    query: new URLSearchParams(query),
    councils,
    courts,
    prisons,
    ...(ofCase && { ofCase }),
    onpreview,
  });
  return { searches, ofRows, onpreview, shown, user: userEvent.setup() };
}
