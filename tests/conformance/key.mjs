// The suite has no option for a key. Loaded before it, this adds one to every request that it makes.
import http from 'node:http';
import { createRequire } from 'node:module';

const key = `Bearer ${process.env.SCENEWIRE_TEST_KEY}`;
const { Agent, setGlobalDispatcher } = createRequire(process.env.SCENEWIRE_TEST_SUITE)('undici');

// What fetch and undici send: their headers are a list of names and values, or an object.
const keyed = (headers) =>
  Array.isArray(headers) ? [...headers, 'authorization', key] : { ...headers, authorization: key };
setGlobalDispatcher(
  new Agent().compose(
    (dispatch) => (options, handler) => dispatch({ ...options, headers: keyed(options.headers) }, handler),
  ),
);

// What goes out by hand.
const { request } = http;
http.request = (options, ...rest) => request({ ...options, headers: keyed(options.headers) }, ...rest);
