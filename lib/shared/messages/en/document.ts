/** What only the server says, in English: about the page as a whole, and where there is none. */
export const documentEn = {
  description: 'Make videos from text and photos with SeeDance-2.0.',
  /** Where scripts are off. */
  noScript: 'Making videos needs JavaScript, which is off in this browser. Videos that are here still play.',
  notFound: {
    title: 'Page not found',
    text: 'The address may be mistyped, or it was deleted.',
    home: 'Go to the studio',
  },
}
