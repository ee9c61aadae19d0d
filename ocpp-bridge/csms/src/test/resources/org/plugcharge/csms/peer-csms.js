// A strict CSMS made of the npm package ocpp-rpc. Every payload either way is checked against its schemas.
// In:  {"call": ACTION, "params": {...}} calls the station. Out: one JSON object a line.
'use strict';
const fs = require('fs');
const https = require('https');
const {RPCServer, createRPCError} = require('ocpp-rpc');
const [certificate, key, password] = process.argv.slice(2);
const say = message => process.stdout.write(JSON.stringify(message) + '\n');

const server = new RPCServer({protocols: ['ocpp2.0.1'], strictMode: true, respondWithDetailedErrors: true});
server.auth((accept, reject, handshake) => {
  if (handshake.password && handshake.password.toString('utf8') === password) accept({});
  else reject(401);
});
let station;
server.on('client', client => {
  station = client;
  say({connected: client.identity, protocol: client.protocol});
  client.on('strictValidationFailure', event => say({strict: event.method, error: String(event.error.message)}));
  client.on('badMessage', event => say({bad: String(event.error && event.error.message)}));
  const answers = {
    BootNotification: () => ({currentTime: new Date().toISOString(), interval: 300, status: 'Accepted'}),
    Heartbeat: () => ({currentTime: new Date().toISOString()}),
    StatusNotification: () => ({}),
    Authorize: params => params.idToken.type === 'eMAID'
      ? {idTokenInfo: {status: 'Accepted'}, certificateStatus: 'Accepted'}
      : {idTokenInfo: {status: 'Blocked'}},
    SignCertificate: () => ({status: 'Accepted'}),
    Get15118EVCertificate: params => ({status: 'Accepted', exiResponse: params.exiRequest}),
    TransactionEvent: () => ({}),
    SecurityEventNotification: () => ({}),
  };
  client.handle(({method, params}) => {
    say({method, params});
    if (!answers[method]) throw createRPCError('NotImplemented');
    return answers[method](params);
  });
});

const listener = https.createServer({cert: fs.readFileSync(certificate), key: fs.readFileSync(key)});
listener.on('upgrade', server.handleUpgrade);
listener.listen(0, '127.0.0.1', () => say({port: listener.address().port}));

require('readline').createInterface({input: process.stdin}).on('line', async line => {
  const {call, params} = JSON.parse(line);
  try {
    say({called: call, result: await station.call(call, params)});
  } catch (error) {
    say({called: call, code: error.rpcErrorCode, error: String(error.message)});
  }
}).on('close', () => process.exit(0));
