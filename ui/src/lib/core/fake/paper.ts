// Documents of the fake core: drawn pages where there is a canvas, one white dot where there is none.
import type { PagePicture, Preview } from '../wire';
import { answer } from './answer';

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let token = 0;

/** A document that has been made. */
export function paper(title: string, pages: number, issue: string | null = null) {
  token += 1;
  const preview: Preview = {
    token,
    title,
    pages,
    'page-size': [595, 842],
    warnings: [],
    issue,
  };
  return answer(preview);
}

/** A page of whatever document. */
export function picture(page: number): PagePicture {
  const lines = [
    'Justice social work report',
    `${page} A heading on page ${page}`,
    'He told me that he holds his first tenancy and lives alone.',
    'The housing officer confirmed that there have been no complaints.',
  ];
  return { png: drawn(page, lines), words: lines.join('\n') };
}

function drawn(page: number, lines: readonly string[]): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1190;
  canvas.height = 1684;
  const pen = navigator.userAgent.includes('jsdom') ? null : canvas.getContext('2d');
  if (!pen) return dot;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 1190, 1684);
  pen.fillStyle = '#1a1a1a';
  lines.forEach((line, at) => {
    pen.font = at < 2 ? 'bold 36px sans-serif' : '24px serif';
    pen.fillText(line, 130, 180 + at * 60);
  });
  pen.font = '18px sans-serif';
  pen.fillText(`OFFICIAL-SENSITIVE · Page ${page}`, 130, 1600);
  pen.fillStyle = '#d6d6d6';
  for (let line = 0; line < 30; line += 1) {
    pen.fillRect(130, 440 + line * 34, line % 7 === 6 ? 420 : 900 - (line % 3) * 24, 10);
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? dot;
}
