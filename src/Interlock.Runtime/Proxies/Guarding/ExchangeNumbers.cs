using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Runtime.Proxies.Guarding.Normalised;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>Between the numbers of replies and the commands that are guarded: the same, relative to the state, or normalised.</summary>
internal sealed class ExchangeNumbers
{
    private readonly NormalisedRows? _rows;
    private readonly RowRewriter? _rewriter;
    private readonly ReadingCheck? _reading;
    private readonly bool _isRelative;
    private readonly double[] _inside;
    private readonly double[] _last;

    public ExchangeNumbers(SafetyContract contract, ProxyOptions options, ExecutedRows executed)
    {
        NormalisedRows? spec = options.Spec is { } known ? new NormalisedRows(contract, known) : null;
        _rows = options.Replies == ReplyNumbers.Normalised ? spec : null;
        _rewriter = _rows is null ? null : new RowRewriter(_rows);
        _reading = spec is null ? null : new ReadingCheck(options, spec, executed);
        Commands = GuardedContract(options with { Contract = contract });
        _isRelative = Commands.Reference == ActionReference.RelativeChunk;
        _inside = [.. contract.Channels.Select(RowRewriter.Inside)];
        _last = new double[_inside.Length];
    }

    /// <summary>The contract in terms of the commands that are guarded: offsets from the state are absolute once they are decoded.</summary>
    public SafetyContract Commands { get; }

    /// <summary>The contract as the guard of a session keeps it.</summary>
    public static SafetyContract GuardedContract(ProxyOptions options)
    {
        SafetyContract contract = options.IsShadow ? options.Contract with { Mode = GuardMode.Monitor } : options.Contract;
        return options.Replies == ReplyNumbers.Normalised && contract.Reference == ActionReference.RelativeChunk
            ? contract with { Reference = ActionReference.Absolute }
            : contract;
    }

    /// <summary>Most rows of a reply that can be understood.</summary>
    public int MostRows => _rows?.MostRows ?? int.MaxValue;

    /// <summary>Looks whether a reply is what it was said to be.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT232.</exception>
    public void Check(ReadOnlySpan<double> values, ReadOnlySpan<double> state, ReadOnlySpan<double> last) => _reading?.Check(values, state, last);

    /// <summary>A row as it is guarded.</summary>
    public void Read(ReadOnlySpan<double> numbers, int row, ReadOnlySpan<double> state, ReadOnlySpan<double> before, Span<double> wanted)
    {
        if (_rows is null)
        {
            numbers.CopyTo(wanted);
            return;
        }

        _rows.Measure(state, before);
        _rows.Decode(numbers, row, wanted);
    }

    /// <summary>Writes a guarded row where it differs; true when what was written is not to the bit what was guarded.</summary>
    /// <param name="cells">Of the reply.</param>
    /// <param name="row">Where it stands.</param>
    /// <param name="numbers">As the server sent them; empty for a row of ours.</param>
    /// <param name="wanted">What they mean.</param>
    /// <param name="safe">What may be executed.</param>
    /// <param name="sent">Receives what will be executed, absolute.</param>
    public bool Write(RowCells cells, in RowToWrite row, ReadOnlySpan<double> numbers, ReadOnlySpan<double> wanted, ReadOnlySpan<double> safe, Span<double> sent)
    {
        bool isUnchanged = MemoryMarshal.AsBytes(wanted)
            .SequenceEqual(MemoryMarshal.AsBytes(safe));
        if (isUnchanged)
        {
            Absolute(safe, row.State, sent);
            return false;
        }

        return _rows is null ? WriteCommands(cells, row, wanted, safe, sent) : WriteNormalised(cells, row, numbers, wanted, safe, sent);
    }

    /// <summary>A guarded row without what it is relative to.</summary>
    public void Absolute(ReadOnlySpan<double> safe, ReadOnlySpan<double> state, Span<double> sent)
    {
        for (int i = 0; i < safe.Length; i++)
        {
            sent[i] = _isRelative ? safe[i] + state[i] : safe[i];
        }
    }

    private bool WriteCommands(RowCells cells, in RowToWrite row, ReadOnlySpan<double> wanted, ReadOnlySpan<double> safe, Span<double> sent)
    {
        bool wasRounded = false;
        for (int i = 0; i < safe.Length; i++)
        {
            double origin = _isRelative ? row.State[i] : 0;
            double written = safe[i];
            if (wanted.IsEmpty || BitConverter.DoubleToInt64Bits(written) != BitConverter.DoubleToInt64Bits(wanted[i]))
            {
                double before = row.Before.IsEmpty ? _inside[i] : row.Before[i];
                written = cells.Write(i, written, _isRelative ? before - origin : before);
                wasRounded |= written != safe[i];
            }

            sent[i] = _isRelative ? written + origin : written;
        }

        return wasRounded;
    }

    private bool WriteNormalised(RowCells cells, in RowToWrite row, ReadOnlySpan<double> numbers, ReadOnlySpan<double> wanted, ReadOnlySpan<double> safe, Span<double> sent)
    {
        (row.Before.IsEmpty ? _inside : row.Before).CopyTo(_last);
        _rows!.Measure(row.State, row.Before);
        _rewriter!.Write(cells, row.Number, numbers, wanted, safe, _last, sent);
        return !sent.SequenceEqual(safe);
    }
}
