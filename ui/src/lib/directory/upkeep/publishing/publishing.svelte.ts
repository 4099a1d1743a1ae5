import {
  core,
  faultOf,
  type Fault,
  type InstalledEdition,
  type LocalEditionPage,
  type ProposedEdition,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { focusOn } from '../focus';

/** What is done with local editions while the screen is open. */
export class Publishing {
  busy = $state(false);
  fault = $state.raw<Fault | null>(null);
  /** What was written last, as a proposal or as an approval. */
  written = $state.raw<{ as: 'proposed' | 'approved'; edition: ProposedEdition } | null>(null);
  /** The edition that was read, until it is installed or let go. */
  page = $state.raw<LocalEditionPage | null>(null);
  installed = $state.raw<InstalledEdition | null>(null);
  /** Whether the fingerprints were compared with their owners. */
  compared = $state(false);
  /** Whether theirs is taken where an entry was changed on both sides. */
  theirs = $state(false);

  propose(office: string): Promise<void> {
    return this.#attempt(async () => {
      const edition = await core.proposeLocalEdition(office);
      if (!edition) return;
      this.written = { as: 'proposed', edition };
      live.say(`${edition.file} is written`);
    });
  }

  read(): Promise<void> {
    return this.#attempt(async () => {
      const page = await core.readLocalEdition();
      if (!page) return;
      this.page = page;
      this.installed = null;
      this.compared = false;
      this.theirs = false;
      live.say(`${page.office}, edition ${page.number}, is open`);
    });
  }

  approve(): Promise<void> {
    return this.#attempt(async () => {
      if (!this.page) return;
      const edition = await core.approveLocalEdition(this.page.token, this.compared);
      if (!edition) return;
      this.written = { as: 'approved', edition };
      await this.#leave();
      live.say(`${edition.file} is written`);
    });
  }

  install(): Promise<void> {
    return this.#attempt(async () => {
      if (!this.page) return;
      this.installed = await core.installLocalEdition(this.page.token, this.compared, this.theirs);
      await this.#leave();
      live.say(`Installed: ${counted(this.installed.entries, 'entry', 'entries')} changed`);
    });
  }

  letGo(): void {
    this.fault = null;
    void this.#leave();
  }

  /** Closes the edition. What was pressed goes with it: the focus goes to what opens another. */
  async #leave(): Promise<void> {
    this.page = null;
    await focusOn('read-edition');
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fault = null;
    try {
      await act();
    } catch (caught) {
      this.fault = faultOf(caught);
    }
    this.busy = false;
  }
}
