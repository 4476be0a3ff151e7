using Interlock.ExecSpec.Canonical;
using Interlock.ExecSpec.Files.Writing;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Identity;

/// <summary>
/// The identity of a specification: SHA-256 over the canonical form (RFC 8785) of its document. Left out are <c>$schema</c>, <c>name</c>
/// and <c>effective</c>: the link, the name for people and what the rest amounts to. Everything else takes part, siblings included.
/// How a file is laid out, in which order its keys stand and how its numbers are written makes no difference.
/// </summary>
public static class SpecDigest
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <param name="spec">The specification; statistics that are not finite take part under their names.</param>
    public static string Of(ExecutableSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return CanonicalJson.Sha256Hex(SpecWriter.Bytes(spec, DocumentScope.Identity));
    }
}
