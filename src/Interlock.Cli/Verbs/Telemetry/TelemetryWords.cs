using System.CommandLine;
using Interlock.Cli.Verbs.Proxy;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Metrics and alerts of a verb without a run file: <c>--metrics</c>, <c>--otlp</c>, <c>--alerts</c>.</summary>
internal sealed class TelemetryWords
{
    private readonly MetricsOption _metrics = new();
    private readonly Option<string?> _metricsToken = new("--metrics-token-file") { HelpName = "file", Description = "Scrapers must send what is in it, as `Authorization: Bearer …`" };
    private readonly Option<string?> _otlp = new("--otlp") { HelpName = "url", Description = "Send metrics to an OpenTelemetry collector, for instance http://localhost:4317" };
    private readonly Option<string?> _otlpProtocol = new("--otlp-protocol") { HelpName = "grpc|http_protobuf", Description = "What the collector speaks; default http_protobuf for port 4318, else grpc" };
    private readonly Option<string[]> _alerts = new("--alerts") { HelpName = "sink", Description = AlertWord.Help, Arity = ArgumentArity.OneOrMore };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _metrics.Option, _metricsToken, _otlp, _otlpProtocol, _alerts })
        {
            command.Options.Add(option);
        }

        _otlp.Validators.Add(result =>
        {
            if (!(Uri.TryCreate(result.GetValueOrDefault<string?>(), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
            {
                result.AddError($"{TelemetryCodes.Collector} --otlp takes the address of a collector, which begins with http:// or https://.");
            }
        });
        _otlpProtocol.Validators.Add(result => ProxyWords.Require<OtlpProtocol>(result.GetValueOrDefault<string?>(), result.AddError));
        _alerts.Validators.Add(result =>
        {
            foreach (string fault in (result.GetValueOrDefault<string[]>() ?? []).Select(word => AlertWord.Read(word).Fault).OfType<string>())
            {
                result.AddError(fault);
            }
        });
    }

    public TelemetryWishes Wishes(ParseResult parsed) => new(
        _metrics.Endpoint(parsed) is { } endpoint ? new MetricsListener(endpoint, ProxyWords.TokenOf(parsed.GetValue(_metricsToken))) : null,
        parsed.GetValue(_otlp) is { } collector ? new OtlpSettings { Endpoint = collector, Protocol = ProtocolOf(collector, parsed.GetValue(_otlpProtocol)) } : null,
        [.. (parsed.GetValue(_alerts) ?? []).Select(word => AlertWord.Read(word).Alert).OfType<AlertSettings>()]);

    // The ports that the protocol's specification names.
    private static OtlpProtocol ProtocolOf(string collector, string? word) =>
        word is not null ? EnumWord.Find<OtlpProtocol>(word)!.Value
        : new Uri(collector).Port == 4318 ? OtlpProtocol.HttpProtobuf
        : OtlpProtocol.Grpc;
}
