import { isWithoutAutoscaler } from './isWithoutAutoscaler';

describe('isWithoutAutoscaler', () => {
  it.each([
    'not .Values.autoscaling.enabled',
    'not $.Values.hpa.enabled',
    'not (.Values.autoscaling).enabled',
    'not (or .Values.autoscaling.enabled .Values.keda.enabled)',
    'not (and .Values.autoScaling .Values.autoScaling.enabled)',
    'and (not .Values.hpa.enabled) (not .Values.keda.enabled)',
    '(not .Values.hpaEnabled)',
    'eq .Values.autoscaling.enabled .Values.keda.enabled',
  ])('holds for %s', condition => {
    expect(isWithoutAutoscaler(condition)).toBe(true);
  });

  it.each([
    '.Values.autoscaling.enabled',
    'and .Values.replicas (not .Values.autoscaling.enabled)',
    'not (and .Values.autoscaling.enabled .Values.prod)',
    'not .Values.searchPath',
    'not .Values.patchPath.enabled',
    'not .Values.autoscaling.disabled',
    'ne .Values.scaling "auto"',
    'not (eq .Values.autoscaling.mode "hpa")',
    'eq .Values.autoscaling.enabled false',
    'eq .Values.autoscaling.mode "none"',
    'not',
    'not .Values.hpa.enabled)',
    'not (.Values.hpa.enabled',
    '',
  ])('does not hold for "%s"', condition => {
    expect(isWithoutAutoscaler(condition)).toBe(false);
  });
});
