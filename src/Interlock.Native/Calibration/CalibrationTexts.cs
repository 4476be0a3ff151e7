using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Native.Calibration;

/// <summary>What a calibration gives, as the files that would be written.</summary>
internal sealed class CalibrationTexts(CalibrationOutcome outcome)
{
    private readonly string[] _parts =
    [
        ContractWriter.Write(outcome.Contract),
        CalibrationWriter.ToText(outcome.Calibration),
        string.Join('\n', outcome.Report.Findings.Select((Diagnostic item) => item.ToString())),
    ];

    public string Part(int part) =>
        (uint)part < (uint)_parts.Length ? _parts[part] : throw new ArgumentException($"part: there is no part {part}");
}
