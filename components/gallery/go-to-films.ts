/** Puts the focus on the films, where what held it is gone; `top`: the newest come into sight. */
export function goToFilms({ top = false } = {}): void {
  const films = document.getElementById('films')
  films?.focus({ preventScroll: true })
  if (top) films?.scrollIntoView()
}
