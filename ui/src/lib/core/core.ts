import { commands } from './bindings';
import { Stopped } from './fault';
import type { Fault } from './wire';

/** The commands as the bindings give them; the fake core has the same shape. */
export type Commands = typeof commands;

type Told<T> = { status: 'ok'; data: T } | { status: 'error'; error: Fault };

let source: Commands = commands;

/** Puts other commands behind the core: the fake, in tests and in a plain browser. */
export function useCommands(other: Commands): void {
  source = other;
}

async function told<T>(answer: Promise<Told<T>>): Promise<T> {
  const result = await answer;
  if (result.status === 'error') throw new Stopped(result.error);
  return result.data;
}

type Given<K extends keyof Commands> = Parameters<Commands[K]>;

/** The acts of the core. Each gives its answer, or throws `Stopped` with the fault. */
export const core = {
  standing: () => told(source.standing()),
  suggestPassphrase: () => told(source.suggestPassphrase()),
  judgePassphrase: (...given: Given<'judgePassphrase'>) => told(source.judgePassphrase(...given)),
  setUp: (...given: Given<'setUp'>) => told(source.setUp(...given)),
  unlock: (...given: Given<'unlock'>) => told(source.unlock(...given)),
  recover: (...given: Given<'recover'>) => told(source.recover(...given)),
  lookRound: () => told(source.lookRound()),
  leaveDemonstration: (...given: Given<'leaveDemonstration'>) =>
    told(source.leaveDemonstration(...given)),
  lock: () => told(source.lock()),
  stillHere: () => told(source.stillHere()),
  appearance: () => told(source.appearance()),
  keepAppearance: (...given: Given<'keepAppearance'>) => told(source.keepAppearance(...given)),
  firstPaint: () => told(source.firstPaint()),
  today: () => told(source.today()),
  find: (...given: Given<'find'>) => told(source.find(...given)),
  places: () => told(source.places()),
  searchOptions: (...given: Given<'searchOptions'>) => told(source.searchOptions(...given)),
  assessOptions: (...given: Given<'assessOptions'>) => told(source.assessOptions(...given)),
  factsAsked: () => told(source.factsAsked()),
  optionPage: (...given: Given<'optionPage'>) => told(source.optionPage(...given)),
  calculators: () => told(source.calculators()),
  calculate: (...given: Given<'calculate'>) => told(source.calculate(...given)),
  keptCalendars: () => told(source.keptCalendars()),
  keepCalendar: (...given: Given<'keepCalendar'>) => told(source.keepCalendar(...given)),
  tryWeek: (...given: Given<'tryWeek'>) => told(source.tryWeek(...given)),
  whatChanged: () => told(source.whatChanged()),
  changesSeen: () => told(source.changesSeen()),
  searchDirectory: (...given: Given<'searchDirectory'>) => told(source.searchDirectory(...given)),
  directoryRows: (...given: Given<'directoryRows'>) => told(source.directoryRows(...given)),
  servicePage: (...given: Given<'servicePage'>) => told(source.servicePage(...given)),
  printMenu: (...given: Given<'printMenu'>) => told(source.printMenu(...given)),
  printCard: (...given: Given<'printCard'>) => told(source.printCard(...given)),
  printDirectory: (...given: Given<'printDirectory'>) => told(source.printDirectory(...given)),
  directoryMap: (...given: Given<'directoryMap'>) => told(source.directoryMap(...given)),
  printMap: (...given: Given<'printMap'>) => told(source.printMap(...given)),
  printService: (...given: Given<'printService'>) => told(source.printService(...given)),
  saveService: (...given: Given<'saveService'>) => told(source.saveService(...given)),
  confirmServices: (...given: Given<'confirmServices'>) => told(source.confirmServices(...given)),
  closeService: (...given: Given<'closeService'>) => told(source.closeService(...given)),
  keepServiceNote: (...given: Given<'keepServiceNote'>) => told(source.keepServiceNote(...given)),
  serviceHistory: (...given: Given<'serviceHistory'>) => told(source.serviceHistory(...given)),
  takeBackChange: (...given: Given<'takeBackChange'>) => told(source.takeBackChange(...given)),
  workList: (...given: Given<'workList'>) => told(source.workList(...given)),
  confirmationLetter: (...given: Given<'confirmationLetter'>) =>
    told(source.confirmationLetter(...given)),
  reviewPeriods: () => told(source.reviewPeriods()),
  setReviewPeriod: (...given: Given<'setReviewPeriod'>) => told(source.setReviewPeriod(...given)),
  entryChoices: () => told(source.entryChoices()),
  saveOrganisation: (...given: Given<'saveOrganisation'>) =>
    told(source.saveOrganisation(...given)),
  organisationHistory: (...given: Given<'organisationHistory'>) =>
    told(source.organisationHistory(...given)),
  takeBackOrganisation: (...given: Given<'takeBackOrganisation'>) =>
    told(source.takeBackOrganisation(...given)),
  noteGap: (...given: Given<'noteGap'>) => told(source.noteGap(...given)),
  gaps: (...given: Given<'gaps'>) => told(source.gaps(...given)),
  readImport: (...given: Given<'readImport'>) => told(source.readImport(...given)),
  chooseColumns: (...given: Given<'chooseColumns'>) => told(source.chooseColumns(...given)),
  takeImport: (...given: Given<'takeImport'>) => told(source.takeImport(...given)),
  importProgress: () => told(source.importProgress()),
  cancelImport: () => told(source.cancelImport()),
  undoImport: (...given: Given<'undoImport'>) => told(source.undoImport(...given)),
  exportDirectory: (...given: Given<'exportDirectory'>) => told(source.exportDirectory(...given)),
  proposeLocalEdition: (...given: Given<'proposeLocalEdition'>) =>
    told(source.proposeLocalEdition(...given)),
  readLocalEdition: () => told(source.readLocalEdition()),
  approveLocalEdition: (...given: Given<'approveLocalEdition'>) =>
    told(source.approveLocalEdition(...given)),
  installLocalEdition: (...given: Given<'installLocalEdition'>) =>
    told(source.installLocalEdition(...given)),
  imports: () => told(source.imports()),
  cases: () => told(source.cases()),
  casePage: (...given: Given<'casePage'>) => told(source.casePage(...given)),
  addCase: (...given: Given<'addCase'>) => told(source.addCase(...given)),
  saveCase: (...given: Given<'saveCase'>) => told(source.saveCase(...given)),
  caseLaw: (...given: Given<'caseLaw'>) => told(source.caseLaw(...given)),
  recordFacts: (...given: Given<'recordFacts'>) => told(source.recordFacts(...given)),
  keepCaseForm: (...given: Given<'keepCaseForm'>) => told(source.keepCaseForm(...given)),
  keptCaseForm: (...given: Given<'keptCaseForm'>) => told(source.keptCaseForm(...given)),
  forms: () => told(source.forms()),
  beginReport: (...given: Given<'beginReport'>) => told(source.beginReport(...given)),
  openDraft: (...given: Given<'openDraft'>) => told(source.openDraft(...given)),
  saveAnswer: (...given: Given<'saveAnswer'>) => told(source.saveAnswer(...given)),
  putInReport: (...given: Given<'putInReport'>) => told(source.putInReport(...given)),
  previewReport: (...given: Given<'previewReport'>) => told(source.previewReport(...given)),
  issueReport: (...given: Given<'issueReport'>) => told(source.issueReport(...given)),
  previewIssued: (...given: Given<'previewIssued'>) => told(source.previewIssued(...given)),
  meetingTypes: () => told(source.meetingTypes()),
  conferences: () => told(source.conferences()),
  conferencePage: (...given: Given<'conferencePage'>) => told(source.conferencePage(...given)),
  addConference: (...given: Given<'addConference'>) => told(source.addConference(...given)),
  saveConference: (...given: Given<'saveConference'>) => told(source.saveConference(...given)),
  buildPack: (...given: Given<'buildPack'>) => told(source.buildPack(...given)),
  previewPack: (...given: Given<'previewPack'>) => told(source.previewPack(...given)),
  previewMinutes: (...given: Given<'previewMinutes'>) => told(source.previewMinutes(...given)),
  previewPage: (...given: Given<'previewPage'>) => told(source.previewPage(...given)),
  saveCopy: (...given: Given<'saveCopy'>) => told(source.saveCopy(...given)),
  verifyStore: () => told(source.verifyStore()),
};
