using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Runtime.Live.Status;

/// <summary>The part of a status that is about a proxy.</summary>
internal static class ProxyText
{
    public static void Write(Utf8JsonWriter json, LiveProxyStatus? proxy)
    {
        if (proxy is null)
        {
            json.WriteNull("proxy");
            return;
        }

        json.WriteStartObject("proxy");
        json.WriteString("protocol", EnumWord.Of(proxy.Protocol));
        json.WriteString("contract", proxy.Contract);
        json.WriteBoolean("shadow", proxy.IsShadow);
        json.WriteString("on_upstream_failure", EnumWord.Of(proxy.OnUpstreamFailure));
        json.WriteNumber("clients", proxy.Counts.OpenClients);
        json.WriteNumber("requests", proxy.Counts.Requests);
        json.WriteNumber("rows", proxy.Counts.Rows);
        json.WriteNumber("changed_rows", proxy.Counts.ChangedRows);
        json.WriteNumber("client_errors", proxy.Counts.ClientErrors);
        json.WriteNumber("upstream_failures", proxy.Counts.UpstreamFailures);
        json.WriteStartArray("sessions");
        foreach (LiveProxySession session in proxy.Sessions)
        {
            json.WriteStartObject();
            json.WriteString("name", session.Name);
            json.WriteString("client", session.Client);
            json.WriteString("stopped_by", session.StoppedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
