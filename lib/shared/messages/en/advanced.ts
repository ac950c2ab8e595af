/** The content of Advanced, in English. */
export const advancedEn = {
  lockSeed: 'Lock seed',
  reset: 'Reset settings',
  resetDone: 'Settings reset.',
  expiresOwn: 'Default',
  /** Help texts beside the controls, by the provider's name of the parameter. */
  hints: {
    seed: 'Reuse a seed to get a similar video. Leave empty for a new one; lock to keep it.',
    fps: 'Fixed at 24 by this model.',
    return_last_frame: 'Also saves the last frame as an image.',
    websearch: 'Lets the model look things up first.',
    execution_expires_after: 'The provider gives up after this long.',
  },
}
