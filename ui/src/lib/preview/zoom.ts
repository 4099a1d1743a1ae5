/** The sizes that Larger and Smaller step through, in hundredths of the printed size. */
export const zooms = [25, 50, 75, 100, 125, 150, 200, 250, 300] as const;
