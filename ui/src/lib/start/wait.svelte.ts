/** Seconds to wait before the next try, counted down. */
export class Wait {
  seconds = $state(0);

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  /** Counts until the function it gives is called. */
  run(): () => void {
    const timer = setInterval(() => {
      if (this.seconds > 0) this.seconds -= 1;
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }
}
