/** What only the server says, in English: about the page as a whole, and where there is none. */
export const documentEn = {
  description: 'Make videos from text and photos with SeeDance-2.0.',
  notFound: {
    title: 'Page not found',
    text: 'The address may be mistyped, or it was deleted.',
    home: 'Go to the studio',
  },
}
