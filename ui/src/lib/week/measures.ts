/** Gives an element its measures, as custom properties that its styles reckon with. */
export function measures(values: Record<string, number>) {
  return (node: HTMLElement) => {
    for (const [name, value] of Object.entries(values)) {
      node.style.setProperty(`--${name}`, String(value));
    }
  };
}
