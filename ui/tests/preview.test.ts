import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type Draft, type Issued } from '../src/lib/core';
import { answer } from '../src/lib/core/fake/answer';
import { pretend, stops } from '../src/lib/core/fake';
import { paper } from '../src/lib/core/fake/paper';
import { openIssued, openPreview } from '../src/lib/preview';

// jsdom shows nothing, so nothing comes into view: here everything has.
vi.stubGlobal(
  'IntersectionObserver',
  class {
    #told: (entries: { isIntersecting: boolean }[]) => void;
    constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
      this.#told = told;
    }
    observe() {
      this.#told([{ isIntersecting: true }]);
    }
    disconnect() {
      // Nothing was begun.
    }
  },
);
URL.createObjectURL = () => 'blob:page';
URL.revokeObjectURL = () => undefined;

async function opened(replaced: Parameters<typeof pretend>[1] = {}) {
  pretend('open', replaced);
  await program.start();
  const made = await paper('Justice social work report', 3);
  openPreview(made.data);
  return screen.findByRole('dialog', { name: 'Justice social work report' });
}

beforeEach(() => {
  document.body.replaceChildren();
});

test('every page has its words beside its picture', async () => {
  const shown = await opened();

  await waitFor(() => expect(shown.querySelectorAll('img')).toHaveLength(3));

  expect(screen.getByRole('region', { name: 'Page 2 of 3' }).textContent).toMatch(
    /A heading on page 2/,
  );
});

test('T reads the document as text', async () => {
  const shown = await opened();

  await fireEvent.keyDown(shown, { key: 't', code: 'KeyT' });

  expect(await screen.findByRole('heading', { level: 2, name: 'Page 3' })).toBeDefined();
  expect(shown.querySelector('img')).toBeNull();
});

test('a page whose picture cannot be made says so and can be tried again', async () => {
  await opened({ previewPage: stops({ code: 'picture-failed' }) });

  await waitFor(() => {
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(3);
  });
});

test('a copy is saved with a key, and its name told', async () => {
  const shown = await opened({ saveCopy: () => answer('DEMO-0042-jswr.pdf') });

  await fireEvent.keyDown(shown, { key: 's', code: 'KeyS', ctrlKey: true });

  await screen.findByText(/A copy was saved as DEMO-0042-jswr.pdf/);
});

test('a locked store shows no document', async () => {
  await opened();

  program.standing = { state: 'locked', name: 'A. Worker', 'wait-seconds': 0 };

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('an issued report has its own name and the day it was issued', async () => {
  pretend('open');
  await program.start();
  const { draft, form } = await core.openDraft('0198c020-0000-7000-8000-000000000005');

  await openIssued(form.name, { ...issuedOf(draft), at: '2026-11-21T10:00:00Z' });

  await screen.findByRole('dialog', { name: `${form.name}, issued 21 Nov 2026` });
});

function issuedOf({ issued }: Draft): Issued {
  if (!issued) throw new Error('this draft is issued in the fake');
  return issued;
}
