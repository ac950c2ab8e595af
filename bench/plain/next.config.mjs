/** @type {import('next').NextConfig} */
const config = { turbopack: { root: `${import.meta.dirname}/../..` } } // where its modules are

export default config
