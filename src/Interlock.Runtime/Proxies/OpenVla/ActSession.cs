using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>One robot that asks over HTTP: its guard, and what its requests and replies look like. One request at a time.</summary>
internal sealed class ActSession(ProxyContext context, string name) : IDisposable
{
    // 250 rows of 64 channels.
    private const int LargestChunk = 1 << 14;

    private readonly StateReader _state = new(context.Options.State, context.Options.Contract);
    private readonly GuardedExchange _exchange = context.NewExchange(name);
    private readonly ActFields _fields = new();
    private readonly double[] _values = new double[LargestChunk];
    private bool? _repliesLists;

    /// <summary>Held while a request is under way.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>When it was last asked for; for letting the oldest go.</summary>
    public long LastUse { get; set; }

    public string? LatchCode => _exchange.LatchCode;

    /// <summary>Takes in a whole request.</summary>
    /// <exception cref="DiagnosticException">RT204, RT205, PO codes: no request.</exception>
    public void Understand(byte[] body, int length)
    {
        _fields.Read(body, length);
        CheckKey();
        if (_exchange.Observe(_state.Read(key => _fields[key])))
        {
            context.Tell(name, new Diagnostic(
                ProxyCodes.Moved, DiagnosticSeverity.Info, "the robot is not where its last commands led: it was moved, and a new episode begins"));
        }
    }

    // The server un-normalises with the key that the request names.
    private void CheckKey()
    {
        if (context.Options.Spec is { } spec && _fields.Text("unnorm_key") is { } key && key != spec.Unnormaliser.Key)
        {
            throw ProxyError.Of(
                ProxyCodes.OtherPolicy,
                "request",
                $"the request names the statistics {Quoted.Of(key)}, and the specification has {Quoted.Of(spec.Unnormaliser.Key)}",
                "correct the unnorm_key of the script, or name the specification of what it means");
        }
    }

    /// <summary>Guards a reply; the body to send on.</summary>
    /// <exception cref="DiagnosticException">PO codes, RT205 to RT207, RT212.</exception>
    public ReadOnlyMemory<byte> Guard(byte[] body, double latencyMs, out ExchangeReport report)
    {
        ActEdit edit = ActEdit.Read(body, _values, out ActionBlock block);
        report = _exchange.Guard(edit.Cells, _values.AsSpan(0, block.Rows * block.Columns), block.Columns, latencyMs);
        _repliesLists = edit.IsList;
        return report.Changed > 0 && !report.IsShadow ? edit.Written() : body;
    }

    /// <summary>A reply of ours, in the form of the server's.</summary>
    /// <exception cref="DiagnosticException">RT212: nobody knows where the robot is.</exception>
    public ReadOnlyMemory<byte> Holding()
    {
        ReadOnlyMemory<double> rows = _exchange.Hold();
        int width = context.Options.Contract.Channels.Count;
        WireValue[] vectors = [.. Enumerable.Range(0, rows.Length / width)
            .Select(row => new WireValue.Array(NumpyArray.OfDoubles(rows.Span.Slice(row * width, width), new NumpyShape(width))))];
        WireBuffer buffer = new();
        ActReply.Encode(_repliesLists ?? _fields.Has("full_image") ? new WireValue.List(vectors) : vectors[0], _fields.IsDoubleEncoded, buffer);
        return buffer.Written;
    }

    /// <summary>Lets the recording take what was guarded.</summary>
    public void Flush() => _exchange.Flush();

    public void Dispose()
    {
        _exchange.Dispose();
        Turn.Dispose();
    }
}
