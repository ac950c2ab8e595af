import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/**
 * Tools for testing components and hooks. Start the test file with `// @vitest-environment happy-dom`; everything rendered
 * is cleaned up after each test.
 */
export { act, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'
export { userEvent } from '@testing-library/user-event'

// Generous: reached only when something hangs, however busy the machine.
configure({ asyncUtilTimeout: 120_000 })
// Enables React's warnings about updates outside of `act`.
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
afterEach(cleanup)
