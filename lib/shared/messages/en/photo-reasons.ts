/** Why a photo can’t be used, where the form itself knows what helps, in English. */
export const photoReasonsEn = {
  heic: 'This HEIC photo can’t be opened here. Save it as JPEG on your phone or computer, then add it again.',
  tooWide: (position: 1 | 2, width: number, height: number) =>
    `${position === 1 ? 'First frame' : 'Last frame'} is ${width} × ${height} px, too wide for the model. Reframe it.`,
  tooTall: (position: 1 | 2, width: number, height: number) =>
    `${position === 1 ? 'First frame' : 'Last frame'} is ${width} × ${height} px, too tall for the model. Reframe it.`,
}
