import { core, faultOf, type Fault, type RecoverySheet, type Role, type SetUp } from '$lib/core';
import { focusFirstFault, passphraseFault } from './verdict';

/** What set-up has gathered so far. Nothing of it is kept until the store is made. */
export class SettingUp {
  step = $state(1);
  passphrase = $state('');
  offered = $state(false);
  name = $state('');
  post = $state('');
  registration = $state('');
  office = $state('');
  roles = $state<Role[]>([]);
  court = $state('');
  council = $state('');
  errors = $state.raw<Partial<Record<'passphrase' | 'name' | 'post' | 'roles', string>>>({});
  fault = $state.raw<Fault | null>(null);
  sheet = $state.raw<RecoverySheet | null>(null);
  busy = $state(false);

  /** Offers words that nobody could guess. */
  async offer(): Promise<void> {
    try {
      this.passphrase = await core.suggestPassphrase();
      this.offered = true;
      this.errors = {};
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** Goes on from the passphrase and the name. */
  async settlePerson(): Promise<void> {
    try {
      const passphrase = await passphraseFault(this.passphrase);
      const name = this.name.trim() ? undefined : 'Enter your name as you sign it';
      const post = this.post.trim() ? undefined : 'Enter your post, such as social worker';
      this.errors = {
        ...(passphrase && { passphrase }),
        ...(name && { name }),
        ...(post && { post }),
      };
      if (!passphrase && !name && !post) this.step = 3;
      else await focusFirstFault();
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** Makes the store. */
  async make(): Promise<void> {
    if (this.roles.length === 0) {
      this.errors = { roles: 'Choose at least one role' };
      await focusFirstFault();
      return;
    }
    this.errors = {};
    this.busy = true;
    this.fault = null;
    try {
      this.sheet = await core.setUp(this.#gathered());
      this.passphrase = '';
      this.step = 4;
    } catch (caught) {
      this.fault = faultOf(caught);
    } finally {
      this.busy = false;
    }
  }

  #gathered(): SetUp {
    return {
      author: {
        name: this.name.trim(),
        role: this.post.trim(),
        registration: this.registration.trim() || null,
        office: this.office
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      },
      roles: this.roles,
      court: this.court || null,
      council: this.council || null,
      passphrase: this.passphrase,
    };
  }
}
