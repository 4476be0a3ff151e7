using Interlock.ExecSpec.Files.Writing;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Whether two specifications state the same. The records compare lists by reference, so <c>==</c> does not answer that.</summary>
public static class SpecEquality
{
    /// <summary>
    /// True when every field is equal, the name included: numbers exactly (NaN equals NaN, −0 equals 0), lists element by element, and an
    /// empty list like an absent one wherever the file makes no difference between the two.
    /// </summary>
    public static bool AreEqual(ExecutableSpec one, ExecutableSpec other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(one, other)
            || SpecWriter.Bytes(one, DocumentScope.Fields).AsSpan().SequenceEqual(SpecWriter.Bytes(other, DocumentScope.Fields));
    }
}
