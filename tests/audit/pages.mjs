// One page of every kind that anybody may open, taken from the site itself.

const FIXED = [
  ['home', '/'],
  ['search', '/search'],
  ['search, narrowed', '/search?q=stack:nginx'],
  ['search, nothing', '/search?q=zzzzzz'],
  ['technologies', '/technologies'],
  ['patterns', '/patterns'],
  ['combinations', '/patterns/combinations'],
  ['chains', '/patterns/chains'],
  ['told alike', '/patterns/retold'],
  ['what breaks what', '/patterns/breaks'],
  ['fault tree', '/patterns/breaks?stack=kubernetes'],
  ['checklists', '/checklists'],
  ['checklist', '/checklists/release'],
  ['matrix', '/matrix'],
  ['matrix of a stack', '/matrix?stack=kubernetes'],
  ['worksheet', '/matrix/worksheet?stack=kubernetes'],
  ['statistics', '/statistics'],
  ['drills', '/drills'],
  ['pre-mortem', '/drills/pre-mortem'],
  ['sets', '/sets'],
  ['digests', '/digests'],
  ['own digest', '/digests/own?stack=kubernetes&period=2026-Q3'],
  ['guides', '/guides'],
  ['alerts', '/alerts'],
  ['stack', '/stack'],
  ['about', '/about'],
  ['privacy', '/privacy'],
  ['how we anonymise', '/how-we-anonymise'],
  ['data', '/data'],
  ['dictionary', '/data/dictionary'],
  ['api', '/api'],
  ['write', '/report'],
  ['form, short', '/report/form'],
  ['form, full', '/report/form?full=yes'],
  ['second account', '/report/second'],
  ['receipt', '/receipt'],
  ['sign in', '/desk/sign-in'],
  ['not found', '/nowhere'],
];

// Name, the page that links to one, and what its address looks like.
const LINKED = [
  ['technology', '/technologies', /href="(\/technologies\/[^"#?]+)"/],
  ['technology, too few', '/technologies', /href="(\/technologies\/[^"#?]+)"(?!.*href="\/technologies\/)/s],
  ['pattern', '/patterns', /href="(\/patterns\/(?!combinations)[^"#?]+)"/],
  ['combination', '/patterns/combinations', /href="(\/patterns\/together[^"#]+)"/],
  ['drill', '/drills', /href="(\/drills\/[0-9a-f]{8}-[^"#?]+)"/],
  ['digest', '/digests', /href="(\/digests\/\d{4}-Q\d)"/],
  ['guide', '/guides', /href="(\/guides\/[^"#?.]+)"/],
  ['alert', '/alerts', /href="(\/alerts\/[0-9a-f]{8}-[^"#?]+)"/],
];

/** Name and path of each page to look at: the fixed ones, one of each linked kind, the three longest reports. */
export async function pages(base) {
  const text = async path => (await fetch(base + path)).text();
  const found = [...FIXED];
  for (const [name, from, like] of LINKED) {
    const path = like.exec(await text(from))?.[1];
    if (!path) throw new Error(`no ${name} on ${from}`);
    found.push([name, path]);
  }
  const links = [...(await text('/search')).matchAll(/href="(\/reports\/[0-9a-f-]{36})"/g)];
  const reports = [...new Set(links.map(link => link[1]))];
  const sized = await Promise.all(reports.map(async path => [(await text(path)).length, path]));
  sized.sort(([a], [b]) => b - a);
  sized.slice(0, 3).forEach(([, path], at) => found.push([`report ${at + 1}`, path]));
  return found;
}
