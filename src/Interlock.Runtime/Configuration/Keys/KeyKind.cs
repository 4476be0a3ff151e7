namespace Interlock.Runtime.Configuration.Keys;

/// <summary>What kind of value a key takes.</summary>
internal enum KeyKind
{
    Text,
    Number,
    WholeNumber,
    Flag,
    Word,
    Texts,
    Numbers,
    WholeNumbers,
    Map,
    Group,
    Groups,
}
