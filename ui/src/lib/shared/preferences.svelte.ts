export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'compact' | 'comfortable';

export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400] as const;

const kept = 'sederunt.preferences';

/** How the page looks: kept on this computer, and nothing about anybody's work. */
class Preferences {
  theme = $state<Theme>('system');
  textSize = $state(100);
  density = $state<Density>('compact');
  singleKeys = $state(true);

  constructor() {
    this.#read();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#apply();
    });
    this.#apply();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#keep();
  }

  setDensity(density: Density): void {
    this.density = density;
    this.#keep();
  }

  setSingleKeys(on: boolean): void {
    this.singleKeys = on;
    this.#keep();
  }

  setTextSize(percent: number): void {
    this.textSize = Math.min(400, Math.max(80, Math.round(percent)));
    this.#keep();
  }

  /** Takes the next size up or down. */
  step(up: boolean): void {
    const next = up
      ? textSizes.find((size) => size > this.textSize)
      : textSizes.findLast((size) => size < this.textSize);
    this.setTextSize(next ?? this.textSize);
  }

  #keep(): void {
    const { theme, textSize, density, singleKeys } = this;
    localStorage.setItem(kept, JSON.stringify({ theme, textSize, density, singleKeys }));
    this.#apply();
  }

  #read(): void {
    const found: unknown = parse(localStorage.getItem(kept));
    if (typeof found !== 'object' || found === null) return;
    const themes: Theme[] = ['system', 'light', 'dark', 'contrast'];
    if ('theme' in found) this.theme = themes.find((name) => name === found.theme) ?? 'system';
    if ('density' in found && found.density === 'comfortable') this.density = 'comfortable';
    if ('singleKeys' in found) this.singleKeys = found.singleKeys !== false;
    if ('textSize' in found && typeof found.textSize === 'number') {
      this.textSize = Math.min(400, Math.max(80, found.textSize));
    }
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

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

export const preferences = new Preferences();
