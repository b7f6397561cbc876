public import Annotation
public import ArgumentParser
public import TermRecognition

// What the options of `annotate` can be chosen from: the raw values.
extension AnnotationFormat: ExpressibleByArgument {}
extension MentionChoice: ExpressibleByArgument {}
extension NameStyle: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
extension Region: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
