import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/**
 * What tests of components and hooks need of React. A file that uses it begins with `// @vitest-environment happy-dom`,
 * and what it rendered is gone after each test.
 */
export { act, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'
export { userEvent } from '@testing-library/user-event'

// React speaks up about updates outside of `act` only where it is told that a test runs.
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
afterEach(cleanup)
