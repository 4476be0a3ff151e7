using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Token ids of the instructions that a policy was made for.</summary>
internal sealed class TaskVocabulary
{
    private readonly Dictionary<string, long[]> _tokens;

    public TaskVocabulary(OnnxPolicyOptions options)
    {
        _tokens = options.TaskTokens.ToDictionary(item => item.Key, item => item.Value.ToArray());
        PadToken = options.PadToken;
    }

    public long PadToken { get; }

    public int Count => _tokens.Count;

    public int LongestTokens => _tokens.Values.Max(tokens => tokens.Length);

    /// <exception cref="DiagnosticException">PO153.</exception>
    public ReadOnlySpan<long> Of(string? task)
    {
        if (task is not null && _tokens.TryGetValue(task, out long[]? tokens))
        {
            return tokens;
        }

        throw new DiagnosticException(
            OnnxCodes.TaskUnknown,
            task is null ? "the policy needs an instruction and got none" : $"the policy has no tokens for the instruction '{task}'",
            hint: $"known: {string.Join(", ", _tokens.Keys.Select(known => $"'{known}'"))}");
    }
}
