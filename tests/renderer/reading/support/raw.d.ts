declare module '*?raw' {
  const text: string;
  // eslint-disable-next-line import-x/no-default-export -- the shape of vite's raw imports
  export default text;
}

/** Style sheets are imported for their effect. */
declare module '*.css';
