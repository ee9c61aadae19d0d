// A station made of the npm package ocpp-rpc, strict unless told otherwise.
// In:  {"call": ACTION, "params": {...}} calls the CSMS. Out: one JSON object a line.
'use strict';
const fs = require('fs');
const {RPCClient} = require('ocpp-rpc');
const [endpoint, identity, password, ca, strict] = process.argv.slice(2);
const say = message => process.stdout.write(JSON.stringify(message) + '\n');

const client = new RPCClient({
  endpoint, identity, password, protocols: ['ocpp2.0.1'], reconnect: false, callTimeoutMs: 20000,
  strictMode: strict === 'strict', wsOpts: {ca: fs.readFileSync(ca)},
});
client.on('strictValidationFailure', event => say({strict: event.method, error: String(event.error.message)}));
client.on('badMessage', event => say({bad: String(event.error && event.error.message)}));
client.handle(({method, params}) => {
  say({method, params});
  return {status: 'Accepted'};
});
client.connect().then(() => say({connected: identity}), error => say({refused: error.code || String(error.message)}));

require('readline').createInterface({input: process.stdin}).on('line', async line => {
  const {call, params} = JSON.parse(line);
  try {
    say({called: call, result: await client.call(call, params)});
  } catch (error) {
    say({called: call, code: error.rpcErrorCode, error: String(error.message)});
  }
}).on('close', () => process.exit(0));
