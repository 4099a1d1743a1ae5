import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import type { Plugin } from 'vite';

const virtual = 'virtual:edition-sources';

/** Gives the fake core the edition's own sources, so that its menus never fall behind them. */
export function editionSources(content: string): Plugin {
  return {
    name: 'edition-sources',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) => (id === `\0${virtual}` ? sources(content) : null),
  };
}

function sources(content: string): string {
  const families: unknown[] = [];
  const options: unknown[] = [];
  const conditions: unknown[] = [];
  for (const menu of ['bail', 'disposals']) {
    for (const file of readdirSync(join(content, menu)).sort()) {
      const read = parse(readFileSync(join(content, menu, file), 'utf8'));
      if (read.family) families.push(read.family);
      if (Array.isArray(read.option)) options.push(...read.option);
      if (Array.isArray(read.condition)) conditions.push(...read.condition);
    }
  }
  const asked = parse(readFileSync(join(content, 'competence', 'facts.toml'), 'utf8'));
  const facts = Array.isArray(asked.fact) ? asked.fact : [];
  const forms = readdirSync(join(content, 'forms'))
    .sort()
    .map((file) => parse(readFileSync(join(content, 'forms', file), 'utf8')));
  const demonstration = parse(readFileSync(join(content, 'demonstration', 'case-a.toml'), 'utf8'));
  const meetingTypes = readdirSync(join(content, 'conferences')).map((file) => {
    const read = parse(readFileSync(join(content, 'conferences', file), 'utf8'));
    const items = Array.isArray(read.item) ? read.item : [];
    const item = items.map((one) => Object.assign({ prompts: [], restricted: false }, one));
    return { unverified: [], ...read, item };
  });
  const names = ['code-lists', 'courts', 'glossary', 'local-authorities', 'organisations'];
  const tables = [...names, 'prisons', 'programmes'].map(
    (name) =>
      [name, table(readFileSync(join(content, 'directory', `${name}.csv`), 'utf8'))] as const,
  );
  return Object.entries({
    families,
    options,
    conditions,
    facts,
    meetingTypes,
    tables: Object.fromEntries(tables),
    forms,
    demonstration,
  })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** Reads RFC 4180 text into a record for each row. */
function table(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else if (quoted || character !== '\r') cell += character;
  }
  const [head = [], ...body] = rows;
  return body
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])));
}
