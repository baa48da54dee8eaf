/**
 * Takes server-sent events apart while their bytes come in, cut anywhere. Of an event only the data is used here; what
 * else there may be (comments, names, ids) is passed over.
 *
 * The format is https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation.
 */
export class ServerSentEventParser {
  private readonly decoder = new TextDecoder();
  private unfinishedLine = '';
  private endedInCarriageReturn = false;
  private data: string[] = [];

  /** The data of the events that end in these bytes. */
  push(bytes: Uint8Array): string[] {
    const text = this.decoder.decode(bytes, { stream: true });
    if (text === '') {
      return [];
    }
    // The line ended with the carriage return already; this is the rest of its end.
    const skipped = this.endedInCarriageReturn && text.startsWith('\n');
    this.endedInCarriageReturn = text.endsWith('\r');

    const lines = (skipped ? text.slice(1) : text).split(/\r\n|\n|\r/);
    lines[0] = this.unfinishedLine + lines[0];
    this.unfinishedLine = lines.pop() ?? '';
    return lines.flatMap(line => this.endLine(line));
  }

  private endLine(line: string): string[] {
    if (line === '') {
      const { data } = this;
      this.data = [];
      return data.length > 0 ? [data.join('\n')] : [];
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') {
      this.data.push(value);
    }
    return [];
  }
}
