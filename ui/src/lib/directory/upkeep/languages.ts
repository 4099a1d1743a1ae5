// Languages by their ISO 639 codes. Those of the services that a court meets are named here; any
// other may be written by its code.
const names = new Map([
  ['ar', 'Arabic'],
  ['bn', 'Bengali'],
  ['bfi', 'British Sign Language'],
  ['bg', 'Bulgarian'],
  ['cs', 'Czech'],
  ['en', 'English'],
  ['fa', 'Farsi'],
  ['fr', 'French'],
  ['gd', 'Gaelic'],
  ['de', 'German'],
  ['hi', 'Hindi'],
  ['hu', 'Hungarian'],
  ['it', 'Italian'],
  ['ku', 'Kurdish'],
  ['lv', 'Latvian'],
  ['lt', 'Lithuanian'],
  ['zh', 'Chinese'],
  ['ps', 'Pashto'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['pa', 'Punjabi'],
  ['rom', 'Romani'],
  ['ro', 'Romanian'],
  ['ru', 'Russian'],
  ['sco', 'Scots'],
  ['sk', 'Slovak'],
  ['so', 'Somali'],
  ['es', 'Spanish'],
  ['sw', 'Swahili'],
  ['ti', 'Tigrinya'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['ur', 'Urdu'],
  ['vi', 'Vietnamese'],
]);

/** Writes languages by name, with commas; one without a name here by its code. */
export function languageWords(codes: readonly string[]): string {
  return codes.map((code) => names.get(code) ?? code).join(', ');
}

/** Reads names and codes with commas: the codes, and the words that are neither. */
export function readLanguages(typed: string): { codes: string[]; unread: string[] } {
  const codes: string[] = [];
  const unread: string[] = [];
  for (const word of typed.split(/[,;\n]/).map((part) => part.trim())) {
    if (word === '') continue;
    const lower = word.toLowerCase();
    const named = [...names].find(([, name]) => name.toLowerCase() === lower)?.[0];
    const code = named ?? (/^[a-z]{2,3}$/.test(lower) ? lower : null);
    if (code === null) unread.push(word);
    else if (!codes.includes(code)) codes.push(code);
  }
  return { codes, unread };
}
