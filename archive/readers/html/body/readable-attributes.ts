/** An attribute as Readability looks at it. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  cloneNode(): Attribute;
}

/** What Readability asks of a style, in lower case; '' where the element says nothing. */
export interface Style {
  readonly display: string;
  readonly visibility: string;
}

/** An attribute of a name and a value. */
export function attributeOf([name, value]: readonly [string, string]): Attribute {
  const attribute: Attribute = { name, value, cloneNode: () => attribute };
  return attribute;
}

const noStyle: Style = { display: '', visibility: '' };
const display = /(?:^|;)\s*display\s*:\s*([\w-]+)/iu;
const visibility = /(?:^|;)\s*visibility\s*:\s*([\w-]+)/iu;

/** The style that the attribute of an element declares; style sheets are not read. */
export function styleOf(declarations: string | undefined): Style {
  if (declarations === undefined) return noStyle;
  const declared = (property: RegExp) => (property.exec(declarations)?.[1] ?? '').toLowerCase();
  return { display: declared(display), visibility: declared(visibility) };
}
