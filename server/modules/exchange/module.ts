import createClient from './clients/create-client.ts'
import listClients from './clients/list-clients.ts'
import withdrawClient from './clients/withdraw-client.ts'
import listDeliveries from './deliveries/list-deliveries.ts'
import sendAgain from './deliveries/send-again.ts'
import sendDeliveries from './deliveries/each-second-send-deliveries.ts'
import whenCaseMoved from './deliveries/when-case-moved.ts'
import createRequest from './open311/create-request.ts'
import discoverOpen311 from './open311/discover-open311.ts'
import listRequests from './open311/list-requests.ts'
import listServices from './open311/list-services.ts'
import readRequest from './open311/read-request.ts'
import readService from './open311/read-service.ts'
import readToken from './open311/read-token.ts'
import sendAllAgain from './deliveries/send-all-again.ts'
import takeInOrders from './orders/take-in-orders.ts'
import takeInSignedOrders from './orders/take-in-signed-orders.ts'
import createRule from './signals/create-rule.ts'
import createSource from './signals/create-source.ts'
import endRule from './signals/end-rule.ts'
import listRules from './signals/list-rules.ts'
import listSignals from './signals/list-signals.ts'
import listSources from './signals/list-sources.ts'
import readSignalOfCase from './signals/read-signal-of-case.ts'
import removeEvents from './signals/daily-remove-events.ts'
import takeInSignals from './signals/take-in-signals.ts'
import withdrawSource from './signals/withdraw-source.ts'

export const exchange = {
  operations: [
    listClients, createClient, withdrawClient,
    discoverOpen311, listServices, readService, createRequest, listRequests, readRequest, readToken,
    listSources, createSource, withdrawSource, listRules, createRule, endRule, listSignals, readSignalOfCase, takeInSignals,
    takeInOrders, takeInSignedOrders, listDeliveries, sendAgain, sendAllAgain,
  ],
  reactions: [whenCaseMoved],
  routines: [removeEvents, sendDeliveries],
  personalFields: [],
}
