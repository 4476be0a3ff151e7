using System.Net;
using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Receipts;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Session.Gate;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>Tells how a proxy goes. Events come from many connections at once.</summary>
internal sealed class ProxyReport(VerbHost host, ProxyOutput output)
{
    private readonly Lock _gate = new();

    /// <summary>Tells what the gate decided; false when nobody may be served.</summary>
    public bool Decided(GateDecision gate)
    {
        GateReport decision = gate.Report;
        if (output == ProxyOutput.Text && decision.MayStart)
        {
            int open = decision.Findings.Count(finding => finding.Status == GateStatus.NotChecked);
            host.Out.WriteLine($"gate: passed, certificate level {gate.Level}{(open > 0 ? $"; {open} checks could not be made here" : "")}");
        }
        else if (output != ProxyOutput.Text && (output == ProxyOutput.JsonLines || !decision.MayStart))
        {
            Write(writer =>
            {
                writer.WriteStartObject("gate");
                writer.WriteString("certificate_level", gate.Level);
                ReceiptWriter.WriteDecision(writer, decision);
                writer.WriteEndObject();
            });
        }

        if (!decision.MayStart)
        {
            host.Error.WriteLine($"Refused to start: {decision.FirstCause!.Code} {decision.FirstCause.Text}");
        }

        return decision.MayStart;
    }

    public void Listening(IPEndPoint endpoint, ProxyOptions options)
    {
        if (output == ProxyOutput.JsonLines)
        {
            Write(writer =>
            {
                writer.WriteString("listening", endpoint.ToString());
                writer.WriteString("protocol", EnumWord.Of(options.Protocol));
                writer.WriteString("upstream", options.Upstream);
                writer.WriteString("contract", options.Contract.Name);
                writer.WriteString("replies", EnumWord.Of(options.Replies));
                writer.WriteString("spec", options.Spec?.Name);
                writer.WriteBoolean("shadow", options.IsShadow);
            });
        }
        else if (output == ProxyOutput.Text)
        {
            host.Out.WriteLine(
                $"{EnumWord.Of(options.Protocol)} on {endpoint} for {options.Upstream}, contract {options.Contract.Name}, replies {EnumWord.Of(options.Replies)}{(options.Spec is null ? "" : $" ({options.Spec.Name})")}{(options.IsShadow ? ", shadow: nothing is changed" : "")}");
            host.Out.WriteLine("A software guard on the wire: it sees what the protocol shows. Ctrl-C ends it.");
        }
    }

    public void Happened(ProxyEvent happened)
    {
        if (output == ProxyOutput.Json)
        {
            return;
        }

        lock (_gate)
        {
            if (output == ProxyOutput.Text)
            {
                char mark = happened.Severity switch { DiagnosticSeverity.Error => 'x', DiagnosticSeverity.Warning => '!', _ => ' ' };
                host.Out.WriteLine($"{mark} {happened.Client} {happened.Code} {happened.Message}");
                return;
            }

            Write(writer =>
            {
                writer.WriteString("client", happened.Client);
                writer.WriteString("level", EnumWord.Of(happened.Severity));
                writer.WriteString("code", happened.Code);
                writer.WriteString("message", happened.Message);
            });
        }
    }

    public void Ended(ProxyCounts counts)
    {
        if (output == ProxyOutput.Text)
        {
            host.Out.WriteLine(
                $"{counts.Clients} clients, {counts.Requests} replies, {counts.Rows} actions, {counts.ChangedRows} changed, "
                + $"{counts.ClientErrors} errors of clients, {counts.UpstreamFailures} of the server");
            return;
        }

        Write(writer =>
        {
            writer.WriteNumber("clients", counts.Clients);
            writer.WriteNumber("requests", counts.Requests);
            writer.WriteNumber("rows", counts.Rows);
            writer.WriteNumber("changed_rows", counts.ChangedRows);
            writer.WriteNumber("client_errors", counts.ClientErrors);
            writer.WriteNumber("upstream_failures", counts.UpstreamFailures);
        });
    }

    private void Write(Action<Utf8JsonWriter> content) => JsonDocumentWriter.Write(
        host.Out,
        writer =>
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        },
        indented: output == ProxyOutput.Json);
}
