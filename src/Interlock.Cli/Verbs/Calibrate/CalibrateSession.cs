using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>One run of <c>calibrate</c>.</summary>
internal sealed class CalibrateSession(VerbHost host, CalibrateRequest request)
{
    /// <summary>The calibrator's code for an option that means nothing; on the command line that is wrong usage.</summary>
    private const string OptionOutOfRange = "GD430";

    public int Run(CancellationToken cancellation)
    {
        if (Path.GetFileName(request.Output).Length == 0)
        {
            host.Error.WriteLine($"calibrate: --output '{request.Output}' has no name; write for example {Path.Combine(request.Output, "arm")}.");
            return ExitCode.Usage;
        }

        IEpisodeSource source = EpisodeInput.Open(host, request.Path, cancellation);
        try
        {
            Report(DemonstrationCalibrator.Calibrate(new WatchedSource(host, source, quiet: false, cancellation), request.Options), cancellation);
            return ExitCode.Ok;
        }
        catch (DiagnosticException exception) when (exception.Diagnostics.All(item => item.Code == OptionOutOfRange))
        {
            Refuse(exception.Diagnostics);
            return ExitCode.Usage;
        }
    }

    private void Report(CalibrationOutcome outcome, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string contract = $"{request.Output}.contract.yaml";
        string calibration = $"{request.Output}.calibration.json";
        AtomicFile.Write(
            (calibration, stream => CalibrationWriter.Write(outcome.Calibration, stream)),
            (contract, AtomicFile.TextOf(ContractWriter.Write(outcome.Contract))));
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => CalibrateJson.Write(writer, outcome, contract, calibration));
        }
        else
        {
            FailureReport.Write(host.Error, outcome.Report.Findings, " (all of them with --json)");
            new CalibrateText(host, outcome.Report).Write(request.Path, contract, calibration);
        }
    }

    private void Refuse(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic item in findings.Reverse())
        {
            string key = item.Place?.Key ?? string.Empty;
            string option = key.Length == 0 ? item.Message : item.Message.Replace(key, $"--{key.Replace('_', '-')}", StringComparison.Ordinal);
            host.Error.WriteLine($"calibrate: {option}{(item.Hint is { } hint ? $" ({hint})" : string.Empty)}.");
        }
    }
}
