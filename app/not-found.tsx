import { NoPage } from '@/components/studio'

export default function NotFound() {
  return <NoPage />
}
