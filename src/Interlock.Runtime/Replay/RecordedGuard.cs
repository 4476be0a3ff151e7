using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Runtime.Replay;

/// <summary>
/// The contract and the calibration that lie in a recording. The contract is the one that the guard of the run kept where the recording has it
/// (a session may guard in another mode than the file says), else the file's; the calibration is the one that the contract names.
/// </summary>
public static class RecordedGuard
{
    /// <summary>The contract as the guard of the run kept it.</summary>
    public const string GuardedContractName = "guarded.contract.yaml";

    /// <summary>The name of a recording's contract ends with this.</summary>
    public const string ContractSuffix = "contract.yaml";

    /// <summary>The name of a recording's calibration ends with this.</summary>
    public const string CalibrationSuffix = "calibration.json";

    /// <summary>The contract of the run.</summary>
    /// <exception cref="DiagnosticException">RT180: there is none; CT codes: it cannot be used.</exception>
    public static SafetyContract Contract(FlightLog log)
    {
        if ((Find(log, GuardedContractName) ?? Find(log, ContractSuffix)) is not { } attachment)
        {
            throw new DiagnosticException("RT180", $"the recording '{log.Session.RunId}' has no contract in it (an attachment whose name ends with '{ContractSuffix}')", hint: "name one with --guard");
        }

        DiagnosticCollector findings = new();
        SafetyContract? contract = ContractFile.Parse(Encoding.UTF8.GetString(attachment.Data.Span), attachment.Name, findings);
        findings.ThrowIfErrors();
        return contract ?? throw new DiagnosticException("RT180", $"attachment '{attachment.Name}' is not a contract", hint: "name one with --guard");
    }

    /// <summary>The calibration of the run; null where it had none.</summary>
    /// <param name="log">Open.</param>
    /// <param name="contract">The contract of the run.</param>
    /// <exception cref="DiagnosticException">GD codes: it cannot be used.</exception>
    public static GuardCalibration? Calibration(FlightLog log, SafetyContract contract)
    {
        McapAttachment? named = contract.Monitors?.Calibration is { } file ? Find(log, Path.GetFileName(file)) : null;
        if ((named ?? Find(log, CalibrationSuffix)) is not { } attachment)
        {
            return null;
        }

        using MemoryStream bytes = new(attachment.Data.ToArray());
        return CalibrationReader.Read(bytes, attachment.Name);
    }

    private static McapAttachment? Find(FlightLog log, string suffix) =>
        log.Attachments.FirstOrDefault(index => index.Name.EndsWith(suffix, StringComparison.Ordinal)) is { } found ? log.Read(found) : null;
}
