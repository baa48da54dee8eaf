/** Lets requests to clusters wait for milliseconds rather than for the 20 s that they may take, until mocks are restored. */
export function hurryRequests(milliseconds: number): void {
  const wait = setTimeout;
  jest
    .spyOn(global, 'setTimeout')
    .mockImplementation((work, delay) =>
      wait(work, delay === 20_000 ? milliseconds : delay),
    );
}
