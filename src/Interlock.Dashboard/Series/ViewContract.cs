using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Series;

/// <summary>The contract that lies in a recording, for its limits.</summary>
internal static class ViewContract
{
    // Far above any contract.
    private const ulong MostBytes = 1 << 20;

    /// <summary>Null when there is none that can be read; a view does without limits then.</summary>
    public static SafetyContract? Find(FlightLog log, string path, DiagnosticCollector findings)
    {
        if ((Named(log, RecordedGuard.GuardedContractName) ?? Named(log, RecordedGuard.ContractSuffix)) is not { } index)
        {
            return null;
        }

        if (index.DataSize > MostBytes)
        {
            Warn(findings, path, $"it has {index.DataSize} bytes, at most {MostBytes} are read");
            return null;
        }

        try
        {
            DiagnosticCollector inside = new();
            SafetyContract? contract = ContractFile.Parse(Encoding.UTF8.GetString(log.Read(index).Data.Span), index.Name, inside);
            inside.ThrowIfErrors();
            return contract;
        }
        catch (DiagnosticException exception)
        {
            Warn(findings, path, exception.Diagnostics[0].Message);
            return null;
        }
    }

    private static Recording.Mcap.Records.McapAttachmentIndex? Named(FlightLog log, string suffix) =>
        log.Attachments.FirstOrDefault(index => index.Name.EndsWith(suffix, StringComparison.Ordinal));

    private static void Warn(DiagnosticCollector findings, string path, string why) =>
        findings.Warn("RC047", $"the contract in the recording cannot be used, so no limits are drawn: {why}", SourcePlace.OfFile(path));
}
