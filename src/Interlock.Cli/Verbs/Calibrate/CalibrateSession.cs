using Interlock.Cli.Output;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>One run of <c>calibrate</c>.</summary>
internal sealed class CalibrateSession(VerbHost host, CalibrateRequest request)
{
    public int Run(CancellationToken cancellation)
    {
        if (request.Options.Alpha is not (> 0 and < 1))
        {
            host.Error.WriteLine($"calibrate: --alpha is {request.Options.Alpha}; it is a miscoverage and must lie between 0 and 1, for example 0.05.");
            return ExitCode.Usage;
        }

        IEpisodeSource source = EpisodeSources.Open(request.Path, cancellation: cancellation);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(new WatchedSource(host, source, cancellation), request.Options);
        cancellation.ThrowIfCancellationRequested();
        string contract = $"{request.Output}.contract.yaml";
        string calibration = $"{request.Output}.calibration.json";
        AtomicFile.Write(calibration, stream => CalibrationWriter.Write(outcome.Calibration, stream));
        AtomicFile.WriteText(contract, ContractWriter.Write(outcome.Contract));
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => CalibrateJson.Write(writer, outcome, contract, calibration));
        }
        else
        {
            FailureReport.Write(host.Error, outcome.Report.Findings.Where(item => item.Severity != DiagnosticSeverity.Error));
            CalibrateText.Write(host.Out, request.Path, outcome, contract, calibration);
        }

        return ExitCode.Ok;
    }
}
