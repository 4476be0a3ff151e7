using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import;

/// <summary>Refuses numbers that cannot be a scale or a rate before any file is read.</summary>
internal static class ImportRequestCheck
{
    public static void ThrowIfWrong(ImportRequest request)
    {
        DiagnosticCollector findings = new();
        Positive(request.TranslationMPerCommand, "metres per translation command", findings);
        Positive(request.RotationRadPerCommand, "radians per rotation command", findings);
        Positive(request.RateHz, "the rate in hertz", findings);
        if (request.ChannelNames is { } names && names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            findings.Error(ImportCode.ChannelNames, "a channel name is given twice");
        }

        findings.ThrowIfErrors();
    }

    private static void Positive(double? value, string what, DiagnosticCollector findings)
    {
        if (value is { } number && !(double.IsFinite(number) && number > 0))
        {
            findings.Error(ImportCode.Scaling, $"{what} must be a finite number above 0, not {number}");
        }
    }
}
