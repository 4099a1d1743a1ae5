export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'compact' | 'comfortable';

/** How the page looks and answers to single letters, as it is kept for the next start. */
export interface Looks {
  theme: Theme;
  'text-size': number;
  density: Density;
  'single-keys': boolean;
}

export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400] as const;

/**
 * How the page looks. It is kept outside the page, whose own storage is forgotten when the window
 * closes; it holds nothing about anybody's work.
 */
class Preferences {
  theme = $state<Theme>('system');
  textSize = $state(100);
  density = $state<Density>('compact');
  singleKeys = $state(true);
  /** Whether the last change will be there at the next start. */
  kept = $state(true);

  #keep: (looks: Looks) => Promise<unknown> = () => Promise.resolve();
  #keeping = false;
  #changed = false;

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#apply();
    });
  }

  /** Takes what was kept, and the way to keep what is changed from now on. */
  wear(looks: Looks, keep: (looks: Looks) => Promise<unknown>): void {
    this.#keep = keep;
    this.theme = looks.theme;
    this.textSize = looks['text-size'];
    this.density = looks.density;
    this.singleKeys = looks['single-keys'];
    this.#apply();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#change();
  }

  setDensity(density: Density): void {
    this.density = density;
    this.#change();
  }

  setSingleKeys(on: boolean): void {
    this.singleKeys = on;
    this.#change();
  }

  setTextSize(percent: number): void {
    this.textSize = Math.min(400, Math.max(80, Math.round(percent)));
    this.#change();
    // Everything moves as the text grows: what is being used stays in sight.
    const focused = document.activeElement;
    if (focused?.matches('a, button, input, select, textarea, [tabindex="0"]')) {
      requestAnimationFrame(() => {
        focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      });
    }
  }

  /** Takes the next size up or down. */
  step(up: boolean): void {
    const next = up
      ? textSizes.find((size) => size > this.textSize)
      : textSizes.findLast((size) => size < this.textSize);
    this.setTextSize(next ?? this.textSize);
  }

  #change(): void {
    this.#apply();
    this.#changed = true;
    void this.#keepAll();
  }

  /** Keeps the newest looks. One after the other, so that an older change never comes last. */
  async #keepAll(): Promise<void> {
    if (this.#keeping) return;
    this.#keeping = true;
    while (this.#changed) {
      this.#changed = false;
      const { theme, textSize, density, singleKeys } = this;
      const looks = { theme, 'text-size': textSize, density, 'single-keys': singleKeys };
      this.kept = await this.#keep(looks).then(
        () => true,
        () => false,
      );
    }
    this.#keeping = false;
  }

  #apply(): void {
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const usual = dark ? 'dark' : 'light';
    root.dataset.theme = this.theme === 'system' ? usual : this.theme;
    root.dataset.density = this.density;
    root.style.fontSize = `${this.textSize}%`;
  }
}

export const preferences = new Preferences();
