namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>What a client gets.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Fields">Further header fields, each with its line end.</param>
internal sealed record ActAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body, string Fields = "");
