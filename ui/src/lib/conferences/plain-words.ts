import type { RichBlock, RichSpan, RichText } from '$lib/core';

/** Gives the words of a text, a blank line between blocks. Lists keep their marks. */
export function plainWords(text: RichText): string {
  return text.map(blockWords).join('\n\n');
}

/**
 * Reads plain words: each line is a paragraph, lines that start with a dash or a number make a list.
 * A block whose words did not change keeps its manner and its sources.
 */
export function richWords(words: string, before: RichText): RichText {
  const kept = [...before];
  return grouped(words).map((group) => {
    const at = kept.findIndex((block) => blockWords(block) === group.join('\n'));
    return kept.splice(at, at < 0 ? 0 : 1)[0] ?? readBlock(group);
  });
}

/** Gives a text with one more paragraph at its end. */
export function withPoint(text: RichText, words: string): RichText {
  return [...text, { block: 'paragraph', spans: [plain(words)] }];
}

type Kind = 'line' | 'dash' | 'number' | 'quotation';

function grouped(words: string): string[][] {
  const groups: string[][] = [];
  let last: Kind | null = null;
  for (const line of words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((one) => one.trim())) {
    const kind = line === '' ? null : kindOf(line);
    const group = groups.at(-1);
    if (kind !== null && kind !== 'line' && kind === last && group) group.push(line);
    else if (kind !== null) groups.push([line]);
    last = kind;
  }
  return groups;
}

function kindOf(line: string): Kind {
  if (/^[-•]\s/.test(line)) return 'dash';
  if (/^\d+[.)]\s/.test(line)) return 'number';
  return line.startsWith('> ') ? 'quotation' : 'line';
}

function readBlock(lines: readonly string[]): RichBlock {
  const [first = ''] = lines;
  const kind = kindOf(first);
  if (kind === 'dash' || kind === 'number') {
    const items = lines.map((line) => [plain(line.replace(/^([-•]|\d+[.)])\s+/, ''))]);
    return { block: 'list', ordered: kind === 'number', items };
  }
  if (kind === 'quotation') {
    const words = lines.map((line) => line.slice(2).trim()).join(' ');
    return { block: 'quotation', spans: [plain(words)] };
  }
  if (first.startsWith('# ')) return { block: 'sub-heading', text: first.slice(2).trim() };
  return { block: 'paragraph', spans: [plain(first)] };
}

function blockWords(block: RichBlock): string {
  switch (block.block) {
    case 'paragraph':
      return spanWords(block.spans);
    case 'sub-heading':
      return `# ${block.text}`;
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${spanWords(item)}`)
        .join('\n');
    case 'quotation':
      return `> ${spanWords(block.spans)}`;
  }
}

function spanWords(spans: readonly RichSpan[]): string {
  return spans.map(({ text }) => text).join('');
}

function plain(text: string): RichSpan {
  return { text, strong: false, emphasis: false, source: null };
}
