// Keeping the directory true, without a store.
import type { Commands } from '../core';
import { missing } from './answer';

type Acts = Pick<
  Commands,
  | 'saveService'
  | 'confirmServices'
  | 'closeService'
  | 'keepServiceNote'
  | 'serviceHistory'
  | 'takeBackChange'
  | 'workList'
  | 'confirmationLetter'
  | 'readImport'
  | 'chooseColumns'
  | 'takeImport'
  | 'undoImport'
  | 'imports'
  | 'exportDirectory'
>;

/** Changing, confirming, taking in and writing out. */
export function upkeepCommands(): Acts {
  return {
    saveService: () => missing(),
    confirmServices: () => missing(),
    closeService: () => missing(),
    keepServiceNote: () => missing(),
    serviceHistory: () => missing(),
    takeBackChange: () => missing(),
    workList: () => missing(),
    confirmationLetter: () => missing(),
    readImport: () => missing(),
    chooseColumns: () => missing(),
    takeImport: () => missing(),
    undoImport: () => missing(),
    imports: () => missing(),
    exportDirectory: () => missing(),
  };
}
