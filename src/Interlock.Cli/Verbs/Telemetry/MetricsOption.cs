using System.CommandLine;
using System.Net;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary><c>--metrics address:port</c>.</summary>
internal sealed class MetricsOption
{
    public MetricsOption()
    {
        Option = new Option<string?>("--metrics") { HelpName = "address:port", Description = "Serve /metrics for Prometheus there, for instance on 127.0.0.1:9464" };
        Option.Validators.Add(result =>
        {
            if (!IPEndPoint.TryParse(result.GetValueOrDefault<string>() ?? "", out _) || !result.GetValueOrDefault<string>()!.Contains(':'))
            {
                result.AddError("--metrics takes an address and a port, for instance 127.0.0.1:9464.");
            }
        });
    }

    public Option<string?> Option { get; }

    public IPEndPoint? Endpoint(ParseResult parsed) => parsed.GetValue(Option) is { } word ? IPEndPoint.Parse(word) : null;

    /// <summary>As keys of a run file.</summary>
    public string[] Overrides(ParseResult parsed) => parsed.GetValue(Option) is { } word ? [$"telemetry.metrics.listen={word}"] : [];
}
