import type { LookedAt } from './Gallery';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);

/** A page that shows all pictures, state by state. */
export function galleryPage(all: readonly LookedAt[]): string {
  const sections = all.map(
    ({ pictures, state }) => `<section id="${state.id}">
<h2>${escaped(state.title)} <a href="#${state.id}">#</a></h2>
<div>${pictures
      .map(
        ({ faults, file, look }) => `<figure>
<a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(
          state.title,
        )}, ${look} px"></a>
<figcaption>${look} px${faults
          .map(fault => `<br><strong>${escaped(fault)}</strong>`)
          .join('')}</figcaption>
</figure>`,
      )
      .join('\n')}</div>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Progressive delivery: each state</title>
<style>
body { font: 14px sans-serif; margin: 2rem; }
section > div { display: flex; gap: 1rem; flex-wrap: wrap; align-items: start; }
figure { margin: 0; max-width: 40rem; }
img { height: 20rem; max-width: 100%; border: 1px solid #999; object-fit: contain; object-position: top; }
strong { color: #b00; }
</style>
<h1>Progressive delivery: each state</h1>
${sections.join('\n')}
</html>
`;
}
